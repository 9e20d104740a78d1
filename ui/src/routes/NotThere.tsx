//! A page that does not exist, which only an old link can lead to.

import { Link } from "@tanstack/react-router";
import { EmptyState } from "../kit/EmptyState/EmptyState.tsx";
import { PageBody, PageHead } from "../kit/PageHead/PageHead.tsx";

export function NotThere() {
  return (
    <>
      <PageHead title="This page is not here" />
      <PageBody>
        <EmptyState title="It may have moved" action={<Link to="/">Go to My day</Link>}>
          All commands, Ctrl K, finds every page by its name.
        </EmptyState>
      </PageBody>
    </>
  );
}
