//! A page that failed while it was drawn. The rest of the window goes on; what was typed into a draft is saved up to the last second.

import type { ErrorComponentProps } from "@tanstack/react-router";
import { Banner } from "../kit/Banner/Banner.tsx";
import { Button } from "../kit/Button/Button.tsx";
import { PageBody, PageHead } from "../kit/PageHead/PageHead.tsx";

/** The error itself is not shown: it may hold what was on the page. */
export function Broken({ reset }: ErrorComponentProps) {
  return (
    <>
      <PageHead title="This page could not be shown" />
      <PageBody>
        <Banner
          tone="critical"
          title="The page failed while it was drawn."
          action={<Button onPress={reset}>Try again</Button>}
          urgent
        >
          Nothing was changed by it, and drafts are saved up to the last second. Other pages work.
        </Banner>
      </PageBody>
    </>
  );
}
