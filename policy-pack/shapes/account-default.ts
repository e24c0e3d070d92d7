import { known, type View } from "../reading/view";
import { type ControlArgs, located, type Parameter, type Subject } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { type Judgement, notApplicable, type Outcome, outcomes } from "../verdict/outcome";

/** What a control with a default of the account can be told. */
export interface AccountDefaultParameters {
  readonly accountDefault: boolean;
}

/** The parameter that says that the default is set outside of the stack. */
export function accountDefaultParameter(what: string): Parameter {
  return {
    type: "boolean",
    default: false,
    description: `${what}, set outside of this stack: what a resource leaves out is then good.`,
  };
}

/** A control whose properties, where they are left out, follow a default that a Region of an account has. */
interface LeftToAccount<P> {
  /** Types that it judges. */
  readonly types: readonly string[];
  /** Types that set the default. */
  readonly setBy: readonly string[];
  /** Whether such a resource turns the default on. */
  readonly turnsOn: (setting: View) => boolean;
  /**
   * Whether something else in the stack does the same for a resource, such as the image that it starts from.
   *
   * @default - nothing else does
   */
  readonly inherits?: (stack: StackIndex, resource: StackResource) => boolean;
  /** Judges a resource; `isOn` says whether the default can be counted on. */
  readonly judge: (subject: Subject, isOn: boolean, parameters: P) => Judgement;
}

function shareRegion(one: { readonly props: View }, other: { readonly props: View }): boolean {
  const [first, second] = [one, other].map(({ props }) => known(props.at("region").string()));
  return first === undefined || second === undefined || first === second;
}

/** Judges in the resource what the default does not change, and with the stack what it does. */
export function leftToAccount<P extends AccountDefaultParameters>({
  types,
  setBy,
  turnsOn,
  inherits = () => false,
  judge,
}: LeftToAccount<P>): Required<Pick<ControlArgs<P>, "resource" | "stack">> {
  const whateverTheDefault = (subject: Subject, parameters: P): readonly Outcome[] | undefined => {
    const on = outcomes(judge(subject, true, parameters));
    if (parameters.accountDefault) return on;
    const off = outcomes(judge(subject, false, parameters));
    return JSON.stringify(on) === JSON.stringify(off) ? on : undefined;
  };
  return {
    resource: (subject, { parameters }) =>
      whateverTheDefault(subject, parameters) ??
      notApplicable("A default of the account decides, judged with the stack"),
    *stack(stack, { parameters }) {
      for (const resource of stack.ofTypes(types)) {
        if (whateverTheDefault(resource, parameters)) continue;
        const isOn =
          inherits(stack, resource) ||
          stack.ofTypes(setBy).some((setting) => shareRegion(setting, resource) && turnsOn(setting.props));
        for (const outcome of outcomes(judge(resource, isOn, parameters))) yield located(resource, outcome);
      }
    },
  };
}
