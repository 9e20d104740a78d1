//! The window's first file: styles in their order, then the tree.

import "../styles/tokens.css";
import "../styles/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { keepMenuShut } from "./menu.ts";

keepMenuShut(document, navigator.userAgent);

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
