import { useEffect, useLayoutEffect } from 'react';

/** Before the browser paints; React 18 complains where a server meets the layout effect. */
export const useClientEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
