//! Who supervises a person: any active counselor or director but themselves, or nobody.

import type { StaffRow } from "../../ipc/generated/calls.ts";
import { Select } from "../../kit/Select/Select.tsx";

const NOBODY = "nobody";

interface SupervisorSelectProps {
  staff: readonly StaffRow[];
  of?: string;
  value: string;
  onChange: (supervisor: string) => void;
}

export function SupervisorSelect({ staff, of, value, onChange }: SupervisorSelectProps) {
  const able = staff.filter(
    (row) => row.active && row.id !== of && row.roles.some((role) => role === "director" || role === "counselor"),
  );
  return (
    <Select
      label="Supervisor"
      name="supervisor"
      value={value === "" ? NOBODY : value}
      options={[{ value: NOBODY, label: "Nobody" }, ...able.map((row) => ({ value: row.id, label: row.name }))]}
      onChange={(id) => onChange(id === NOBODY ? "" : id)}
      help="Reads and cosigns this person's notes"
      width="medium"
      optional
    />
  );
}
