//! What a medication shows as in a drug test: substances of the one vocabulary and of the practice's own panels, chosen by name and kept by key, because
//! a test is read by the keys. A line of another kind of specimen stands for them by itself.

import { useCall } from "../../ipc/door.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { ComboBox } from "../../kit/ComboBox/ComboBox.tsx";

function useSubstances(): Map<string, string> {
  const substances = useCall("panel.substances", {});
  const panels = useCall("drug_test.panels", {});
  const own = (panels.data ?? []).filter(({ laboratory, specimen }) => laboratory !== "" && specimen === "urine");
  return new Map([
    ...own.flatMap(({ analytes }) => analytes.map(({ key, name }) => [key, name] as const)),
    ...(substances.data ?? []).map(({ key, name }) => [key, name] as const),
  ]);
}

const keysOf = (text: string) => text.split(",").map((key) => key.trim()).filter((key) => key !== "");

export function ShownAs({ keys }: { keys: string }) {
  const names = useSubstances();
  return <span className="muted">{` · shows as ${keysOf(keys).map((key) => names.get(key) ?? key).join(", ")}`}</span>;
}

export function ShowsAs({ value, onChange }: { value: string; onChange: (keys: string) => void }) {
  const names = useSubstances();
  const chosen = keysOf(value);
  const left = [...names].filter(([key]) => !chosen.includes(key)).map(([key, name]) => ({ value: key, label: name }));
  const keep = (keys: readonly string[]) => onChange(keys.join(","));
  return (
    <div className="stack" data-gap="tight">
      <ComboBox
        // A new one after each choice, so that the next can be typed at once.
        key={value}
        label="Shows in a drug test as"
        name="shows_as"
        value=""
        options={left}
        onChange={(key) => (key === "" ? undefined : keep([...chosen, key]))}
        help="A test with these substances is then expected. Choose one after the other."
        optional
      />
      {chosen.length === 0 ? null : (
        <div className="cluster">
          {chosen.map((key) => (
            <Button
              key={key}
              size="sm"
              icon="close"
              label={`Take ${names.get(key) ?? key} out`}
              onPress={() => keep(chosen.filter((one) => one !== key))}
            >
              {names.get(key) ?? key}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
