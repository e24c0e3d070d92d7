import { tokens } from "./tokens";

/** Elastic file systems. */
export const FILE_SYSTEMS = tokens("efs/fileSystem:FileSystem");
/** Their interfaces in subnets. */
export const MOUNT_TARGETS = tokens("efs/mountTarget:MountTarget");
/** Ways into them with a root directory and a user of their own. */
export const ACCESS_POINTS = tokens("efs/accessPoint:AccessPoint");
