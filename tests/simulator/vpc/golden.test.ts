import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { constructVpc, type ConstructResult } from "../../../simulator";
import { isWireList, isWireObject, UNKNOWN, type Wire, type WireObject } from "../../../simulator/wire";
import { RecordingRegistrar, ROOT } from "./recording-registrar";

interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly inputs: WireObject;
  readonly dependencies: readonly string[];
}

interface Golden {
  readonly resources: readonly Recorded[];
  readonly construct: {
    readonly request: { readonly name: string; readonly inputs: WireObject };
    readonly response: {
      readonly state: WireObject;
      readonly stateDependencies: Record<string, { readonly urns: readonly string[] }>;
    };
  };
}

const GOLDEN = path.join(__dirname, "..", "golden");

function golden(file: string): Record<"preview" | "up", Golden> {
  return JSON.parse(fs.readFileSync(path.join(GOLDEN, file), "utf8")) as Record<"preview" | "up", Golden>;
}

/** Ids differ between two AWS accounts; what they belong to does not. */
function withoutIds(value: Wire, ids: ReadonlyMap<string, string>): Wire {
  if (typeof value === "string") return ids.get(value) ?? value;
  if (isWireList(value)) return value.map((item) => withoutIds(item, ids));
  if (!isWireObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutIds(inner, ids)]));
}

const shortUrn = (urn: string): string => urn.split("::").slice(2).join("::");
const bareUrn = (urn: string): string => shortUrn(urn).split("$").at(-1) ?? "";

function text(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => one.localeCompare(other)))
      : inner,
  );
}

function idNames(references: WireObject): Map<string, string> {
  const lists = Object.values(references).flatMap((value): readonly Wire[] =>
    isWireList(value) ? value : [value],
  );
  const pairs = lists.flatMap((item): [string, string][] => {
    if (!isWireObject(item)) return [];
    const { id, urn } = item;
    return typeof id === "string" && typeof urn === "string" && id !== UNKNOWN ? [[id, shortUrn(urn)]] : [];
  });
  return new Map(pairs);
}

async function construct(
  inputs: WireObject,
  preview = false,
): Promise<{ registrar: RecordingRegistrar; result: ConstructResult }> {
  const registrar = new RecordingRegistrar(preview);
  const result = await constructVpc({ name: "main", parent: ROOT, inputs, preview }, registrar);
  return { registrar, result };
}

function comparable(resource: Recorded, ids: ReadonlyMap<string, string>): string {
  const { type, name, parent, dependencies } = resource;
  const inputs = withoutIds(resource.inputs, ids);
  return text({ type, name, parent, inputs, dependencies: [...dependencies].sort() });
}

describe("simulator/vpc/construct, compared with recordings of awsx", () => {
  for (const file of ["oneperaz.json", "single.json", "none.json"]) {
    for (const mode of ["preview", "up"] as const) {
      it(`registers the same children as awsx did in ${file}, ${mode}`, async () => {
        const recorded = golden(file)[mode];
        const { registrar, result } = await construct(recorded.construct.request.inputs, mode === "preview");
        const theirs = idNames(recorded.construct.response.state);
        const ours = idNames(result.state);
        const expected = recorded.resources
          .filter(({ type }) => type !== "awsx:ec2:Vpc")
          .map((resource) => comparable(resource, theirs));
        const actual = registrar.registrations
          .filter(({ custom }) => custom)
          .map(({ parent, dependencies, ...rest }) =>
            comparable({ ...rest, parent: bareUrn(parent), dependencies: dependencies.map(bareUrn) }, ours),
          );
        assert.deepEqual(actual.sort(), expected.sort());
      });

      it(`answers with the same outputs and dependencies as awsx did in ${file}, ${mode}`, async () => {
        const { request, response } = golden(file)[mode].construct;
        const { result } = await construct(request.inputs, mode === "preview");
        const stack = /"urn:pulumi:[a-z]+::/g;
        const shown = (state: WireObject): string =>
          text(withoutIds(state, idNames(state))).replaceAll(stack, '"urn:pulumi:stack::');
        assert.equal(shown(result.state), shown(response.state));
        assert.deepEqual(
          Object.fromEntries(
            Object.entries(result.stateDependencies).map(([name, urns]) => [name, urns.map(shortUrn).sort()]),
          ),
          Object.fromEntries(
            Object.entries(response.stateDependencies).map(([name, { urns }]) => [
              name,
              urns.map(shortUrn).sort(),
            ]),
          ),
        );
      });
    }
  }
});
