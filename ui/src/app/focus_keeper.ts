//! The focus is never lost. When the element that has it goes away (a form closes, a row leaves a list, a screen changes) and nothing else took the focus,
//! it goes back to where it was before a dialog, or to the nearest neighbor that is still there: the first control of the closest surviving ancestor, or the title of the page.

const CONTROLS = "button:not([disabled]), a[href], input:not([type='hidden']), select, textarea, [tabindex='0']";
/** React Aria brings the focus back from a dialog in a frame after its effects; a frame can be late. So its turn is over a frame, a moment and a frame later. */
const GRACE_MS = 60;

function afterGrace(then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = requestAnimationFrame(() => {
    timer = setTimeout(() => {
      frame = requestAnimationFrame(then);
    }, GRACE_MS);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Where the focus goes when `path`, the focused element and its ancestors, lost its inner part. */
export function neighborOf(path: readonly Element[], page: ParentNode): HTMLElement | null {
  const survivor = path.find((element) => element.isConnected);
  const wholePage = survivor === undefined || survivor.contains(page.querySelector("main"));
  const control = wholePage ? null : survivor.querySelector<HTMLElement>(CONTROLS);
  return control ?? page.querySelector<HTMLElement>("main h1") ?? page.querySelector<HTMLElement>("main");
}

const isDialog = (element: Element) => element.matches("[role='dialog'], [role='alertdialog']");

function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) path.push(at);
  return path;
}

export function keepFocus(): () => void {
  let path: Element[] = [];
  /** What had the focus last outside of any dialog: two dialogs in quick succession confuse the one who brings it back. */
  let outside: Element | undefined;
  let stop: (() => void) | undefined;
  const remember = (event: FocusEvent) => {
    if (!(event.target instanceof Element)) return;
    path = pathOf(event.target);
    if (!path.some(isDialog)) outside = event.target;
  };
  const look = () => {
    stop = undefined;
    const here = document.activeElement;
    const [focused] = path;
    if (focused === undefined || focused.isConnected || (here !== null && here !== document.body)) return;
    const before = path.some(isDialog) && outside instanceof HTMLElement && outside.isConnected ? outside : undefined;
    (before ?? neighborOf(path, document))?.focus();
  };
  const observer = new MutationObserver(() => {
    if (path[0]?.isConnected === false) stop ??= afterGrace(look);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", remember);
  return () => {
    stop?.();
    observer.disconnect();
    document.removeEventListener("focusin", remember);
  };
}
