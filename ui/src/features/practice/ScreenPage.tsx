//! How the window looks to this person. Every choice acts at once and is kept in the vault, so it follows the person to the next sign-in.

import { defaultScreen, useScreen } from "../../app/useTheme.ts";
import { useOp } from "../../ipc/door.ts";
import type { Screen } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox, Segments } from "../../kit/Choice/Choice.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { SettingsPage } from "./SettingsPage.tsx";

export function ScreenPage() {
  const screen = useScreen();
  const set = useOp("screen.set");
  const patch = (part: Partial<Screen>) => set.mutate({ ...screen, ...part });
  return (
    <SettingsPage>
      <Section title="Look" aside="for you only">
        {set.error ? <RefusedBanner refusal={set.error} /> : null}
        <div className="stack">
          <Segments
            label="Light"
            value={screen.theme}
            onChange={(theme) => patch({ theme })}
            options={[
              { value: "system", label: "As the system" },
              { value: "light", label: "Light" },
              { value: "dark", label: "Dark" },
            ]}
          />
          <Segments
            label="Rows"
            value={screen.density}
            onChange={(density) => patch({ density })}
            options={[
              { value: "comfortable", label: "Comfortable" },
              { value: "compact", label: "Compact" },
            ]}
          />
          <Checkbox
            isSelected={screen.contrast}
            onChange={(contrast) => patch({ contrast })}
            help="Black on white or white on black, with drawn edges"
          >
            High contrast
          </Checkbox>
        </div>
      </Section>
      <Section title="Writing">
        <Checkbox
          isSelected={screen.spelling}
          onChange={(spelling) => patch({ spelling })}
          help="F7 goes to the next one and offers what may be meant. Nothing you type leaves the records for it."
        >
          Words that are not known are underlined
        </Checkbox>
      </Section>
      <Section title="Keys">
        <Checkbox
          isSelected={screen.single_keys}
          onChange={(single_keys) => patch({ single_keys })}
          help="G then a letter, ? and the letters of a list. Keys with Ctrl always work."
        >
          Single letters are commands outside text
        </Checkbox>
      </Section>
      <div>
        <Button kind="quiet" onPress={() => set.mutate(defaultScreen)}>
          Back to how it came
        </Button>
      </div>
    </SettingsPage>
  );
}
