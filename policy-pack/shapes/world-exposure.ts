import {
  type Direction,
  type Exposure,
  exposures,
  rulesOf,
  type TrafficRule,
  wholeGroups,
} from "../aws/security-group-rules";
import { type Context, type ControlArgs, located } from "../registry/control";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { ports, type Text, text } from "../verdict/text";

/** Which openings to the internet a control refuses. */
interface Refusal<P> {
  readonly direction?: Direction;
  readonly refuses: (exposure: Exposure, parameters: P) => boolean;
  /** What is required instead, as the end of a sentence. */
  readonly required: Text;
}

/** Checks of openings to the whole internet: in one resource, and in all rules of a group taken together. */
export function worldExposure<P extends object>(
  refusal: Refusal<P>,
): Required<Pick<ControlArgs<P>, "resource" | "stack">> {
  const { direction = "ingress", required } = refusal;
  const refused = (
    rules: readonly TrafficRule[],
    assumption: "certain" | "possible",
    { parameters }: Context<P>,
  ) => exposures(rules, assumption).filter((exposure) => refusal.refuses(exposure, parameters));

  return {
    resource: ({ type, props }, context) => {
      const rules = rulesOf(type, props, direction);
      const certain = refused(rules, "certain", context);
      if (certain.length > 0) return failures(certain, required);
      const [possible] = refused(rules, "possible", context);
      return possible ? undetermined(unknownPlace(rules) ?? possible.place) : pass;
    },
    *stack(stack, context) {
      for (const { group, rules, parts } of wholeGroups(stack, direction)) {
        const alone = parts.some((part) => refused(part, "certain", context).length > 0);
        const together = alone ? [] : refused(rules, "certain", context);
        for (const outcome of failures(together, required)) yield located(group, outcome);
      }
    },
  };
}

function unknownPlace(rules: readonly TrafficRule[]) {
  const places = rules.flatMap(({ place, blocks }) => [
    ...["protocol", "ipProtocol", "fromPort", "toPort"].map((name) => place.at(name)),
    ...blocks,
  ]);
  return places.find(({ isUnknown }) => isUnknown);
}

/** One failure for each place and run of ports; the same ports of two protocols are told once. */
function failures(refused: readonly Exposure[], required: Text): readonly Outcome[] {
  const told = new Map<string, Outcome>();
  for (const { place, first, last } of joinRuns(refused)) {
    const finding = first === last ? String(first) : `${first}-${last}`;
    const message = text`${ports(first, last)} open to the whole internet; ${required}.`;
    told.set(`${place.holder} ${place.path} ${finding}`, fail(place, message, finding));
  }
  return [...told.values()];
}

function joinRuns(refused: readonly Exposure[]): readonly Exposure[] {
  const runs: Exposure[] = [];
  for (const exposure of refused) {
    const previous = runs.at(-1);
    const isNext = previous?.protocol === exposure.protocol && previous.last + 1 === exposure.first;
    if (previous && isNext && previous.place.path === exposure.place.path) {
      runs[runs.length - 1] = { ...previous, last: exposure.last };
    } else runs.push(exposure);
  }
  return runs;
}
