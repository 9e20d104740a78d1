//! Reading a chart: an opening, which the core writes down once per person, client and half hour.

import type { UseQueryResult } from "@tanstack/react-query";
import { useOpening } from "../../ipc/door.ts";
import type { Chart } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";

export function useChart(id: string): UseQueryResult<Chart, Refused> {
  return useOpening("client.open", { id }, ["client"]);
}
