import { tokens } from "../aws/tokens";
import { known, valueOr, type View } from "../reading/view";
import type { ControlArgs, Subject } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";
import { type AccountDefaultParameters, accountDefaultParameter, leftToAccount } from "./account-default";

/** Sets that new volumes of a Region are encrypted whatever was asked for. */
export const ENCRYPTION_BY_DEFAULT = tokens("ebs/encryptionByDefault:EncryptionByDefault");

const IMAGE_COPIES = tokens("ec2/amiCopy:AmiCopy");

/** Whether an `EncryptionByDefault` encrypts; AWS's provider takes an unset `enabled` for true. */
export function encryptsByDefault(setting: View): boolean {
  return valueOr(setting.at("enabled").boolean(), true) === true;
}

/** The parameter of the controls of volumes and snapshots. */
export const encryptedByDefaultParameter = accountDefaultParameter("EBS encryption by default is on");

/** Judges one volume. One that is made from a snapshot is encrypted if the snapshot is. */
export function judgeVolume(volume: View, isEncryptedByDefault: boolean): Outcome {
  const place = volume.at("encrypted");
  if (place.isUnknown) return undetermined(place);
  const written = known(place.boolean());
  if (written === true || (written === undefined && isEncryptedByDefault)) return pass;
  const snapshot = volume.at("snapshotId");
  if (written === undefined && !snapshot.isAbsent) return undetermined(snapshot);
  const is =
    written === false
      ? text`the volume is not encrypted`
      : text`the volume is left as its image or the account has it`;
  const finding = volume.path === "" ? undefined : volume.path;
  return fail(volume.isAbsent ? volume : place, text`${is}; required: "encrypted" is true.`, finding);
}

function startsFromEncryptedImage(stack: StackIndex, resource: StackResource): boolean {
  return ["ami", "imageId"].some((property) =>
    stack
      .targets(resource, property, IMAGE_COPIES)
      .found.some(({ props }) => known(props.at("encrypted").boolean()) === true),
  );
}

/**
 * Every volume that a resource of these types asks for is encrypted.
 *
 * @param volumesOf - Where they are asked for; an absent place stands for a volume that is left to the image.
 */
export function volumesEncrypted(
  types: readonly string[],
  volumesOf: (subject: Subject) => readonly View[],
): Required<Pick<ControlArgs<AccountDefaultParameters>, "resource" | "stack" | "parameters">> {
  return {
    parameters: { accountDefault: encryptedByDefaultParameter },
    ...leftToAccount<AccountDefaultParameters>({
      types,
      setBy: ENCRYPTION_BY_DEFAULT,
      turnsOn: encryptsByDefault,
      inherits: startsFromEncryptedImage,
      judge: (subject, isOn) => {
        const volumes = volumesOf(subject);
        if (volumes.length === 0) return notApplicable("It asks for no volume of its own");
        const judged = volumes.map((volume) => judgeVolume(volume, isOn));
        const notPassed = judged.filter(({ verdict }) => verdict !== "pass");
        return notPassed.length > 0 ? notPassed : pass;
      },
    }),
  };
}
