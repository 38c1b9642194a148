import type { Language } from '../src/core/language.ts';
import { python } from './python/language.ts';

/** Every language, in the order of the tabs. Adding one means a folder beside this file and a line here. */
export const languages: readonly Language[] = [python];
