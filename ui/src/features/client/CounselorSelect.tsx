//! Who cares for a client: an active counselor or director.

import type { StaffName } from "../../ipc/generated/calls.ts";
import { Select } from "../../kit/Select/Select.tsx";

const NOBODY = "nobody";

interface CounselorSelectProps {
  label: string;
  name: string;
  staff: readonly StaffName[];
  value: string;
  onChange: (staff: string) => void;
  /** How "nobody chosen" reads; without it somebody must be chosen. */
  nobody?: string;
}

export function CounselorSelect({ label, name, staff, value, onChange, nobody }: CounselorSelectProps) {
  const able = staff.filter(({ roles }) => roles.some((role) => role === "counselor" || role === "director"));
  const people = able.map((one) => ({ value: one.id, label: one.name }));
  return (
    <Select
      label={label}
      name={name}
      value={value === "" && nobody !== undefined ? NOBODY : value}
      options={nobody === undefined ? people : [{ value: NOBODY, label: nobody }, ...people]}
      onChange={(id) => onChange(id === NOBODY ? "" : id)}
      width="medium"
    />
  );
}
