//! The rail: where one can go, in blocks. No names of clients, ever.

import { Link, useRouterState } from "@tanstack/react-router";
import { Button as AriaButton } from "react-aria-components";
import { Icon } from "../kit/Icon/Icon.tsx";
import type { Role } from "../ipc/generated/calls.ts";
import { inRail } from "./nav.ts";
import type { Place } from "./nav.ts";
import styles from "./Frame.module.css";

const BLOCKS = ["day", "records", "practice"] as const;

function Places({ places }: { places: readonly Place[] }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return places.map((place) => (
    <li key={place.to}>
      <Link
        to={place.to}
        activeOptions={{ exact: place.to === "/" }}
        data-focus="inside"
        {...(place.under !== undefined && path.startsWith(place.under) ? { "aria-current": "page" } : {})}
      >
        <Icon name={place.icon} />
        {place.title}
      </Link>
    </li>
  ));
}

export function Rail({ places, roles, onKeys }: { places: readonly Place[]; roles: readonly Role[]; onKeys: () => void }) {
  return (
    <nav data-region className={styles.rail} aria-label="Main">
      {BLOCKS.map((block) => {
        const of = inRail(places, block, roles);
        return of.length === 0 ? null : (
          <ul key={block}>
            <Places places={of} />
          </ul>
        );
      })}
      <ul>
        <Places places={places.filter((place) => place.block === "foot")} />
        <li>
          <AriaButton className={styles.railButton ?? ""} onPress={onKeys} data-focus="inside">
            <Icon name="help" />
            Keys
          </AriaButton>
        </li>
      </ul>
    </nav>
  );
}
