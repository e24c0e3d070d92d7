import { tagsOf, takesTags } from "../aws/tags";
import type { PolicyResource } from "@pulumi/policy";

import type { Context, Control, Located, ParameterValues, Remediable, Subject } from "../registry/control";
import { known } from "../reading/view";
import { accountsOf } from "../settings/accounts";
import { type Exemption, type Place, stackOf } from "../settings/exemptions";
import { type Configuration, PACK, Settings } from "../settings/settings";
import type { Ledger, LedgerLine } from "../verdict/ledger";
import { type Outcome, outcomes } from "../verdict/outcome";
import { type Diagnostic, settle } from "../verdict/settle";
import { type KnownParts, knownPartsOf, tellsKnownParts } from "./known-parts";
import { StackIndex } from "./stack-index";

const STACK_TYPE = "pulumi:pulumi:Stack";

/** A judgement with an outcome that waits for a value. */
interface OpenCase {
  readonly control: Control;
  readonly subject: Subject;
  readonly judged: readonly Outcome[];
}

/** What a control says of a resource. */
interface Finding extends Located {
  readonly control: Control;
}

function isOpen({ verdict }: Outcome): boolean {
  return verdict === "undetermined";
}

/** An open outcome with the resource that the value is computed from, where it does not say. */
function waiting(stack: StackIndex, urn: string, outcome: Outcome): Outcome {
  if (outcome.verdict !== "undetermined" || outcome.waitsFor !== undefined) return outcome;
  const source = stack.sourceOf(outcome.holder ?? urn, outcome.path.split(/[.[]/)[0] ?? "");
  return source === undefined ? outcome : { ...outcome, waitsFor: source };
}

/** A control that judges by inputs, and the types whose inputs it judges. */
interface Scope {
  readonly control: Control;
  readonly types: ReadonlySet<string> | "taggable";
}

/** One run of the pack over one stack: its settings, what has been seen so far, and what became of it. */
export class Run {
  private settings: Settings;
  private readonly scopes: readonly Scope[];
  private readonly byType = new Map<string, readonly Control[]>();
  private readonly subjects = new Map<string, Subject>();
  private readonly telling: Pick<Subject, "type" | "props">[] = [];
  private readonly open: OpenCase[] = [];
  private readonly usedExemptions = new Set<Exemption>();
  private readonly undecided: LedgerLine[] = [];
  private readonly settled = new Set<string>();

  public constructor(
    private readonly controls: readonly Control[],
    private readonly ledger: Ledger,
    private readonly today: () => string = () => new Date().toISOString().slice(0, 10),
  ) {
    this.settings = new Settings({}, controls);
    this.scopes = controls.flatMap((control) => {
      const { resource, types } = control;
      return resource ? [{ control, types: types === "taggable" ? types : new Set(types) }] : [];
    });
  }

  /** Takes the configuration for the resources to come, and names the policies that must stay on whatever it says. */
  public configure(configuration: Configuration): readonly string[] {
    this.settings = new Settings(configuration, this.controls);
    this.byType.clear();
    return this.settings.isBlinding ? [PACK, ...this.settings.raised] : this.settings.raised;
  }

  /** What is to be told of one resource; its inputs are kept for the stack's analysis, which shows outputs. */
  public judgeResource(subject: Subject): readonly Diagnostic[] {
    this.subjects.set(subject.urn, subject);
    if (tellsKnownParts(subject.type)) this.telling.push(subject);
    const decided = this.controlsOf(subject.type).flatMap((control) => {
      if (control.types === "taggable" && !takesTags(subject)) return [];
      return this.decide(control, subject).map((outcome) => ({ control, urn: subject.urn, outcome }));
    });
    return this.settleAll(decided);
  }

  /** What a control can say of a resource alone; what waits for a value is put off until the stack's analysis. */
  private decide(control: Control, subject: Subject): readonly Outcome[] {
    const judged = outcomes(control.resource?.(subject, this.context(control, subject.urn)) ?? []);
    const decided = judged.filter((outcome) => !isOpen(outcome));
    if (decided.length < judged.length) this.open.push({ control, subject, judged });
    return decided;
  }

  /** The controls that are on and may judge a resource of the type by its inputs. */
  private controlsOf(type: string): readonly Control[] {
    const ready = this.byType.get(type);
    if (ready) return ready;
    const found = this.scopes
      .filter(({ types }) => types === "taggable" || types.has(type))
      .map(({ control }) => control)
      .filter((control) => this.settings.level(control) !== "disabled");
    this.byType.set(type, found);
    return found;
  }

  /** The inputs of a resource as the control wants them; nothing where they are so, or where it cannot be told how. */
  public remediate(control: Control, subject: Remediable): Readonly<Record<string, unknown>> | undefined {
    const isOfType = control.types === "taggable" ? takesTags(subject) : control.types.includes(subject.type);
    return isOfType ? control.remediate?.(subject, this.context(control, subject.urn)) : undefined;
  }

  /** What is to be told at the end: joins over the stack, settings, exemptions, and what stayed undecided. */
  public judgeStack(resources: readonly PolicyResource[]): readonly Diagnostic[] {
    const parts = knownPartsOf(this.telling);
    const stack = StackIndex.of(resources, this.subjects, parts);
    const joined = this.controls.flatMap((control) => {
      if (control.stack === undefined || this.settings.level(control) === "disabled") return [];
      const found = control.stack(stack, this.context(control, resources[0]?.urn ?? ""));
      return [...found].map(({ urn, outcome }) => ({ control, urn, outcome: waiting(stack, urn, outcome) }));
    });
    const root = stack.ofTypes([STACK_TYPE])[0]?.urn ?? "";
    const findings = this.settleAll([...this.judgeOpen(stack, parts), ...joined]);
    const { settings, undecided, usedExemptions: used } = this;
    const stackName = stackOf(resources[0]?.urn ?? "");
    const accounts = accountsOf({ settings, undecided, used, today: this.today(), stackName }, root);
    this.ledger(accounts.lines);
    const told = [...findings, ...accounts.diagnostics];
    this.subjects.clear();
    this.telling.length = 0;
    this.open.length = 0;
    this.usedExemptions.clear();
    this.undecided.length = 0;
    this.settled.clear();
    return told;
  }

  /** What could not be decided alone is decided by what the program told of it, or stays open with what it waits for. */
  private judgeOpen(stack: StackIndex, parts: KnownParts): readonly Finding[] {
    return this.open.flatMap(({ control, subject, judged }) => {
      const props = subject.props.filledWith(parts.get(subject.urn) ?? {});
      const anew =
        props === subject.props
          ? judged.filter(isOpen)
          : // What was certain before is found again, and told once.
            outcomes(control.resource?.({ ...subject, props }, this.context(control, subject.urn)) ?? []);
      const { urn } = subject;
      return anew.map((outcome) => ({ control, urn, outcome: waiting(stack, urn, outcome) }));
    });
  }

  private context(control: Control, urn: string): Context<ParameterValues> {
    return {
      parameters: this.settings.parameters(control),
      tagContract: this.settings.contractIn(stackOf(urn)),
    };
  }

  private settleAll(found: readonly Finding[]): readonly Diagnostic[] {
    const facts = { settings: this.settings, today: this.today() };
    const settled = this.firsts(found).map(({ control, urn, outcome }) =>
      settle({ ...facts, control, urn, place: () => this.placeOf(urn) }, outcome),
    );
    this.ledger(settled.map(({ line }) => line));
    for (const { line, exemption } of settled) {
      if (exemption) this.usedExemptions.add(exemption);
      if (line.verdict === "undetermined") this.undecided.push(line);
    }
    return settled.flatMap(({ diagnostic }) => diagnostic ?? []);
  }

  /** Those that were not found before: a control may come by a resource on several ways. */
  private firsts(found: readonly Finding[]): readonly Finding[] {
    return found.filter(({ control, urn, outcome }) => {
      const key = `${control.id} ${urn} ${outcome.verdict === "pass" ? "" : JSON.stringify(outcome)}`;
      const isFirst = !this.settled.has(key);
      this.settled.add(key);
      return isFirst;
    });
  }

  private placeOf(urn: string): Place {
    const subject = this.subjects.get(urn);
    if (!subject) return { urn, type: STACK_TYPE, parents: [], tags: new Map() };
    const tags = [...tagsOf(subject).byKey].flatMap(([key, place]): [string, string][] => {
      const value = known(place.string());
      return value === undefined ? [] : [[key, value]];
    });
    return { urn, type: subject.type, parents: this.parentsOf(subject), tags: new Map(tags) };
  }

  private parentsOf({ parent }: Subject): readonly string[] {
    if (parent === undefined || parent === "") return [];
    const around = this.subjects.get(parent);
    return [parent, ...(around ? this.parentsOf(around) : [])];
  }
}
