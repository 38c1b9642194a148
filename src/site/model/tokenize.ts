export { tokenize } from '../../highlight/tokenize.ts';
