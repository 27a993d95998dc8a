/** Headers by which a completed list is read back: where it says which cell, and what was filled in. */
export const keyHeader = '定位';
export const valueHeader = '补正值';
