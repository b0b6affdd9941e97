/** README promises it of SIGTERM. */
export const longestEndSeconds = 15;

/** Whether a name of an image has a version of at least two numbers, which `latest` has not. */
export const isPinned = (image: string): boolean => /:\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/.test(image);
