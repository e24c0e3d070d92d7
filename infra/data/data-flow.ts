import type { Flow } from "../core/declarations";

/** Connections that a store in the data tier accepts, from workloads that are granted it; all of them by TLS. */
export function storeFlow(name: string, port: number): Flow {
  return {
    family: "flow",
    from: { kind: "tier", tier: "app" },
    to: { kind: "component", name },
    protocol: "tcp",
    port,
    encryption: { kind: "tls" },
  };
}
