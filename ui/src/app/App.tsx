//! Everything every screen stands in: the cache of answers, the theme, the gate, the toasts.

import { useEffect } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { I18nProvider } from "react-aria-components";
import { queryClient } from "../ipc/door.ts";
import { Toasts } from "../kit/Toast/Toasts.tsx";
import { Gate } from "./Gate.tsx";
import { keepFocus } from "./focus_keeper.ts";

export function App() {
  useEffect(keepFocus, []);
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale="en-US">
        <Gate />
        <Toasts />
      </I18nProvider>
    </QueryClientProvider>
  );
}
