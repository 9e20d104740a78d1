//! Two versions of a plan side by side: what was taken out is struck, what came is underlined, and each line says in a word what happened to it.

import { useCall } from "../../ipc/door.ts";
import type { DifferentLine, Piece } from "../../ipc/generated/calls.ts";
import { Tag } from "../../kit/Badge/Badge.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { CHANGES, LINE_KINDS } from "./steps.ts";
import styles from "./Plan.module.css";

interface DifferenceProps {
  before: { id: string; version: number };
  after: { id: string; version: number };
}

export function Difference({ before, after }: DifferenceProps) {
  const difference = useCall("plan.difference", { before: before.id, after: after.id });
  return (
    <Answered query={difference} what="what changed">
      {({ lines }) => (
        <table className={styles.difference}>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">{`Version ${String(before.version)}`}</th>
              <th scope="col">{`Version ${String(after.version)}`}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <Line key={`${String(at)}${line.kind}`} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </Answered>
  );
}

function Line({ line }: { line: DifferentLine }) {
  return (
    <tr data-change={line.change}>
      <th scope="row">
        {LINE_KINDS[line.kind]} {line.change === "same" ? null : <Tag>{CHANGES[line.change]}</Tag>}
      </th>
      <td>
        <Pieces pieces={line.before} />
      </td>
      <td>
        <Pieces pieces={line.after} />
      </td>
    </tr>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => {
    const key = `${String(at)}${piece.change}`;
    const words = `${at === 0 ? "" : " "}${piece.words}`;
    if (piece.change === "removed") return <del key={key}>{words}</del>;
    if (piece.change === "added") return <ins key={key}>{words}</ins>;
    return <span key={key}>{words}</span>;
  });
}
