import { readFileSync } from "node:fs";

import type { PolicyResource } from "@pulumi/policy";

import { takesTags } from "../../../policy-pack/aws/tags";
import { View } from "../../../policy-pack/reading/view";
import type { Context, Control, ParameterValues, Subject } from "../../../policy-pack/registry/control";
import { type Configuration, Settings } from "../../../policy-pack/settings/settings";
import { knownPartsOf, tellsKnownParts } from "../../../policy-pack/stack/known-parts";
import { StackIndex } from "../../../policy-pack/stack/stack-index";
import { type Outcome, outcomes } from "../../../policy-pack/verdict/outcome";
import type { SeenResource } from "./seen";

/** What a control says of a resource that is not in order, or that it cannot decide. */
export interface Finding {
  readonly control: string;
  readonly urn: string;
  readonly verdict: "fail" | "undetermined";
  readonly level: "mandatory" | "advisory";
}

/** The pack's controls under a configuration, asked without an engine in between. */
export class Judge {
  private readonly settings: Settings;
  private readonly enabled: readonly Control[];

  public constructor(controls: readonly Control[], configuration: Configuration) {
    this.settings = new Settings(configuration, controls);
    this.enabled = controls.filter((control) => this.settings.level(control) !== "disabled");
  }

  /** What is found in a stack; of the given resources only, where a control looks at one alone. */
  public findings(
    stack: readonly SeenResource[],
    alone: (resource: SeenResource) => boolean,
  ): readonly Finding[] {
    const subjects = new Map(stack.map((resource) => [resource.urn, subjectOf(resource)]));
    const parts = knownPartsOf([...subjects.values()].filter(({ type }) => tellsKnownParts(type)));
    const single = stack.filter(alone).flatMap(({ urn }) => {
      const subject = subjects.get(urn);
      if (!subject) return [];
      return this.ofOne(subject, { ...subject, props: subject.props.filledWith(parts.get(urn) ?? {}) });
    });
    const index = StackIndex.of(stack.map(policyResource), subjects, parts);
    const joined = this.enabled.flatMap((control) =>
      [...(control.stack?.(index, this.context(control)) ?? [])].flatMap(({ urn, outcome }) =>
        this.finding(control, urn, outcome),
      ),
    );
    return [...single, ...joined];
  }

  /** What is not known of a resource is judged by what its document is told to hold, and nothing else is. */
  private ofOne(subject: Subject, filled: Subject): readonly Finding[] {
    return this.enabled
      .filter(({ types }) => (types === "taggable" ? takesTags(subject) : types.includes(subject.type)))
      .flatMap((control) => {
        const judged = this.outcomesOf(control, subject);
        const decided = judged.filter(({ verdict }) => verdict !== "undetermined");
        const anew = decided.length < judged.length ? this.outcomesOf(control, filled) : [];
        return [...decided, ...anew].flatMap((outcome) => this.finding(control, subject.urn, outcome));
      });
  }

  private outcomesOf(control: Control, subject: Subject): readonly Outcome[] {
    return outcomes(control.resource?.(subject, this.context(control)) ?? []);
  }

  private finding(control: Control, urn: string, { verdict }: Outcome): readonly Finding[] {
    const level = this.settings.level(control);
    if (level === "disabled" || (verdict !== "fail" && verdict !== "undetermined")) return [];
    return [{ control: control.id, urn, verdict, level }];
  }

  private context(control: Control): Context<ParameterValues> {
    return { parameters: this.settings.parameters(control), tagContract: this.settings.tagContract };
  }
}

/** The configuration of a file that is passed with `--policy-pack-config`, as the engine sends it. */
export function configurationOf(file: string): Configuration {
  // The file is this project's own; its schema is held by the configuration's test.
  const written = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, string | object>>;
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => {
      const { enforcementLevel, ...properties } =
        typeof value === "string" ? { enforcementLevel: value } : (value as Record<string, unknown>);
      return [name, { ...(enforcementLevel !== undefined && { enforcementLevel }), properties }];
    }),
  ) as Configuration;
}

function subjectOf({ urn, name, type, inputs, provider, parent }: SeenResource): Subject {
  const subject = { urn, name, type, props: View.ofProxy(inputs), parent };
  return provider ? { ...subject, provider: View.ofProxy(provider) } : subject;
}

function policyResource(resource: SeenResource): PolicyResource {
  const named = (urns: readonly string[]) => urns.map((urn) => ({ urn }));
  // The index reads nothing else of a resource.
  return {
    ...{ urn: resource.urn, type: resource.type, name: resource.name, props: resource.outputs },
    parent: resource.parent === undefined ? undefined : { urn: resource.parent },
    dependencies: named(resource.dependencies),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies).map(([name, urns]) => [name, named(urns)]),
    ),
  } as unknown as PolicyResource;
}
