/* The look mode over the real core: one `tools console` process over a real encrypted vault, asked over the dev server.
   EVENKEEL_VAULT names the folder; without it the look mode has only its in-memory practice. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Plugin } from "vite";

export function core(): Plugin {
  return {
    name: "evenkeel-core",
    apply: "serve",
    // The dev server puts styles into the page itself, which the window's policy forbids; the built look mode keeps that policy.
    transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    configureServer(server) {
      const vault = process.env["EVENKEEL_VAULT"];
      if (vault === undefined) return;
      const program = new URL("../../target/debug/tools", import.meta.url).pathname;
      const child = spawn(process.env["EVENKEEL_TOOLS"] ?? program, ["console", "--vault", vault], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      const waiting: ((line: string) => void)[] = [];
      createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()?.(line));
      server.httpServer?.once("close", () => child.stdin.end());
      server.middlewares.use("/core", (request, response) => {
        let body = "";
        request.on("data", (part: Buffer) => (body += part.toString()));
        request.on("end", () => {
          waiting.push((line) => {
            response.setHeader("content-type", "application/json");
            response.end(line);
          });
          child.stdin.write(`${body.replaceAll("\n", " ")}\n`);
        });
      });
    },
  };
}
