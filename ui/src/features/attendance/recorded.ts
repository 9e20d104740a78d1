//! What was recorded about somebody, in words; and as a mark to begin a correction with. Pure.

import type { AttendanceLine } from "../../ipc/generated/calls.ts";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { wallTime } from "../../lib/duration.ts";
import type { Mark } from "./marks.ts";

export function recordedWords(line: AttendanceLine): { text: string; icon: IconName } {
  const video = line.place === "video" ? ", video" : "";
  if (line.state === "absent") {
    const words = line.excused ? "Excused" : "Absent, unexcused";
    return { text: line.reason === "" ? words : `${words}: ${line.reason.toLowerCase()}`, icon: "absent" };
  }
  if (line.state === "part") {
    const stay = line.arrived && line.left ? ` ${wallTime(line.arrived)} – ${wallTime(line.left)}` : "";
    return { text: `Part:${stay}${video}`, icon: "late" };
  }
  return { text: `Present${video}`, icon: "check" };
}

export function markOfRecorded(line: AttendanceLine): Mark {
  const video = line.place === "video" ? { video: line.client_location } : {};
  if (line.state === "absent") return { ...video, absent: { excused: line.excused ?? false, reason: line.reason } };
  if (line.state === "present") return video;
  return {
    ...video,
    ...(line.arrived === undefined ? {} : { arrived: line.arrived }),
    ...(line.left === undefined ? {} : { left: line.left }),
  };
}
