import settings from 'virtual:specimen/settings';
import { languages as all } from '../../../templates/index.ts';
import type { Language } from '../../core/language.ts';

/** The languages of the site's samples, in the order of the tabs: those that the project lists, or all. */
export const languages: readonly Language[] =
	settings.languages?.flatMap((id) => all.filter((language) => language.id === id)) ?? all;
