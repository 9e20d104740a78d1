//! The focus is never lost. When the element that has it goes away (a form closes, a row leaves a list, a screen changes) and nothing else took the focus,
//! it goes to the nearest neighbor that is still there: the first control of the closest surviving ancestor, or the title of the page.

const CONTROLS = "button:not([disabled]), a[href], input:not([type='hidden']), select, textarea, [tabindex='0']";
/** After React Aria had its turn to bring the focus back from a dialog. */
const GRACE_MS = 60;

/** Where the focus goes when `path`, the focused element and its ancestors, lost its inner part. */
export function neighborOf(path: readonly Element[], page: ParentNode): HTMLElement | null {
  const survivor = path.find((element) => element.isConnected);
  const wholePage = survivor === undefined || survivor.contains(page.querySelector("main"));
  const control = wholePage ? null : survivor.querySelector<HTMLElement>(CONTROLS);
  return control ?? page.querySelector<HTMLElement>("main h1") ?? page.querySelector<HTMLElement>("main");
}

function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) path.push(at);
  return path;
}

export function keepFocus(): () => void {
  let path: Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (event: FocusEvent) => {
    if (event.target instanceof Element) path = pathOf(event.target);
  };
  const look = () => {
    timer = undefined;
    const here = document.activeElement;
    const [focused] = path;
    if (focused === undefined || focused.isConnected || (here !== null && here !== document.body)) return;
    neighborOf(path, document)?.focus();
  };
  const observer = new MutationObserver(() => {
    if (path[0]?.isConnected === false) timer ??= setTimeout(look, GRACE_MS);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", remember);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener("focusin", remember);
  };
}
