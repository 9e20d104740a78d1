//! What stands between a form and its signature, with the way to each point: into its field, to the mistyped date of a license, to a colleague who signs
//! in one's place, to a draft that is taken over.

import type { ReactNode } from "react";
import type { FieldFault } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { focusField } from "../../kit/Form/focusField.ts";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { AskColleague, MendLicense } from "./LicenseEnded.tsx";
import { inForm, pointsLeft } from "./points.ts";

export interface TakeOver {
  run: () => void;
  pending: boolean;
}

interface MissingProps {
  points: readonly FieldFault[];
  client: string;
  /** "assessment", as a sentence names it. */
  what: string;
  /** The day it is about, on which a license must hold; today without. */
  on?: string;
  /** How the form calls a field. */
  labelOf: (field: string) => string;
  takeOver?: TakeOver;
}

export function Missing(props: MissingProps) {
  const { points, labelOf } = props;
  if (points.length === 0) return null;
  return (
    <Banner tone="caution" icon="not-collected" title={pointsLeft(points)}>
      <Todo
        label="Before you sign"
        items={points.map((point) => ({
          id: `${point.field}${point.message}`,
          icon: inForm(point) ? "not-collected" : "caution",
          tone: "caution",
          what: <Words label={inForm(point) ? labelOf(point.field) : ""} message={point.message} />,
          way: <Way point={point} {...props} />,
        }))}
      />
    </Banner>
  );
}

function Words({ label, message }: { label: string; message: string }): ReactNode {
  return (
    <>
      {label === "" ? null : <span className="strong">{`${label}. `}</span>}
      {message}
    </>
  );
}

function Way({ point, takeOver, client, what, on }: MissingProps & { point: FieldFault }) {
  if (inForm(point))
    return (
      <Button kind="quiet" size="sm" onPress={() => focusField(point.field)}>
        Go
      </Button>
    );
  if (point.field === "license")
    return (
      <div className="cluster">
        <MendLicense />
        <AskColleague client={client} what={what} on={on} />
      </div>
    );
  if (point.field === "author" && takeOver !== undefined)
    return (
      <Button size="sm" icon="staff" pending={takeOver.pending} onPress={takeOver.run}>
        Take it over
      </Button>
    );
  return null;
}
