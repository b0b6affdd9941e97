/** Why a view may not be called that. */
export const nameTaken = (shared: boolean): string =>
  shared ? 'A view for all has this name already' : 'You have a view of this name already';
