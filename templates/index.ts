import type { Language } from '../src/core/language.ts';
import { csharp } from './csharp/language.ts';
import { go } from './go/language.ts';
import { java } from './java/language.ts';
import { node } from './node/language.ts';
import { php } from './php/language.ts';
import { python } from './python/language.ts';
import { ruby } from './ruby/language.ts';
import { shell } from './shell/language.ts';

/** Every language, in the order of the tabs. Adding one means a folder beside this file and a line here. */
export const languages: readonly Language[] = [python, ruby, node, php, java, csharp, go, shell];
