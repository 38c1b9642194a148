export { codeLines, escapeHtml, linesHtml, type Token, tokensHtml } from '../../highlight/code-lines.ts';
