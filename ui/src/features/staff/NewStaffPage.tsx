//! Adding a person, as a page of its own.

import { useNavigate } from "@tanstack/react-router";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { StaffForm } from "./StaffForm.tsx";

export function NewStaffPage() {
  const navigate = useNavigate();
  return (
    <>
      <PageHead title="Add a person">What they may see and do follows from the roles.</PageHead>
      <PageBody>
        <StaffForm
          onDone={(row) => void navigate({ to: "/staff/$id", params: { id: row.id } })}
          onCancel={() => void navigate({ to: "/staff" })}
        />
      </PageBody>
    </>
  );
}
