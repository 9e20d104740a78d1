//! The fields of a group, shared by adding and changing.

import { useCall } from "../../ipc/door.ts";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { StaffSelect } from "../session/StaffSelect.tsx";
import type { GroupDraft } from "./groupWords.ts";

export const GROUP_FIELDS = ["name", "type", "track", "room", "capacity", "facilitator", "co_facilitator"] as const;

interface GroupFieldsetProps {
  value: GroupDraft;
  onChange: (patch: Partial<GroupDraft>) => void;
}

export function GroupFieldset({ value, onChange }: GroupFieldsetProps) {
  const types = useCall("group.types", {});
  const cap = types.data?.find((type) => type.word === value.type)?.cap;
  return (
    <>
      <Field
        label="Name"
        name="name"
        value={value.name}
        onChange={(name) => onChange({ name })}
        help="As it stands on the calendar and on the sign-in sheet"
        width="medium"
        isRequired
      />
      <FieldRow>
        <Select
          label="Type"
          name="type"
          value={value.type}
          onChange={(type) => onChange({ type })}
          options={(types.data ?? []).map(({ word, label }) => ({ value: word, label }))}
        />
        <Field
          label="People at most"
          name="capacity"
          value={value.capacity}
          onChange={(capacity) => onChange({ capacity })}
          {...(cap === undefined ? {} : { help: `Above ${String(cap)} a reason is asked in any case` })}
          inputMode="numeric"
        />
      </FieldRow>
      <FieldRow>
        <Field label="Track" name="track" value={value.track} onChange={(track) => onChange({ track })} optional />
        <Field label="Room" name="room" value={value.room} onChange={(room) => onChange({ room })} optional />
      </FieldRow>
      <FieldRow>
        <StaffSelect
          label="Led by"
          name="facilitator"
          value={value.facilitator}
          onChange={(facilitator) => onChange({ facilitator })}
        />
        <StaffSelect
          label="And by"
          name="co_facilitator"
          value={value.co_facilitator}
          onChange={(co_facilitator) => onChange({ co_facilitator })}
          but={value.facilitator}
          optional
        />
      </FieldRow>
    </>
  );
}
