//! The running week to its end: what will lack, what clashes with a shift, and which open sessions fill it.

import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { clashWords, forecastWords, meetingWords, spell } from "./fitting.ts";

export function ForecastSection({ client }: { client: string }) {
  const { zone } = usePractice();
  const found = useCall("fitting.forecast", { client });
  if (found.data === undefined || found.data.minimum === undefined) return null;
  const { done, planned, short, clashes, fixes, enough } = found.data;
  return (
    <Section title="This week" aside={`${spell(done)} attended, ${spell(planned)} planned`}>
      <State tone={short > 0 ? "caution" : "positive"} icon={short > 0 ? "clock" : "check"}>
        {forecastWords(found.data)}
      </State>
      {clashes.map((clash) => (
        <State key={`${clash.title}${String(clash.starts_at)}`} tone="caution" icon="caution">
          {clashWords(clash)}
        </State>
      ))}
      {short === 0 ? null : (
        <p>
          {fixes.length === 0
            ? "No session of this week has an open seat and meets no shift."
            : enough
              ? "Would fill it: "
              : "Would help, and not fill it: "}
          {fixes.map((one, index) => (
            <span key={`${one.title}${String(one.starts_at)}`}>
              {index === 0 ? "" : ", "}
              {one.session === undefined ? (
                meetingWords(one, zone)
              ) : (
                <Link to="/session/$id" params={{ id: one.session }}>
                  {meetingWords(one, zone)}
                </Link>
              )}
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}
