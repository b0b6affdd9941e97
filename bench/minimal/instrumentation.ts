/** Here so that Turbopack, which looks for it in the folders above, too, does not start the product beside the yardstick. */
export const register = (): void => {};
