//! One of the active staff, by name.

import { useCall } from "../../ipc/door.ts";
import { ComboBox } from "../../kit/ComboBox/ComboBox.tsx";

interface StaffSelectProps {
  label: string;
  name: string;
  value: string;
  onChange: (staff: string) => void;
  help?: string;
  optional?: boolean;
  /** Somebody who cannot be chosen here. */
  but?: string;
}

export function StaffSelect({ label, name, value, onChange, help, optional = false, but }: StaffSelectProps) {
  const staff = useCall("staff.names", {});
  const options = (staff.data ?? [])
    .filter((person) => person.id !== but)
    .map((person) => ({ value: person.id, label: person.name }));
  return (
    <ComboBox
      // The name of who is chosen is known only once the staff is.
      key={staff.data === undefined ? "asking" : "known"}
      label={label}
      name={name}
      value={value}
      options={options}
      onChange={onChange}
      optional={optional}
      {...(help === undefined ? {} : { help })}
    />
  );
}
