import plivo from 'plivo';

const client = new plivo.Client('<auth_id>', '<auth_token>');

// Remove a toll-free number
try {
  const powerpack = await client.powerpacks.get('<powerpack_uuid>');
  const response = await powerpack.remove_tollfree('<tollfree>', false);
  if (!response.apiId) throw new Error('The answer has no apiId');
  console.log(JSON.stringify(response, null, 2));
} catch (error) {
  // An HTTP error has a status; a network error can be a string with a stack.
  const { status, message = '' } = error;
  if (status) console.error(`HTTP ${status}:`, message);
  else console.error(String(error).split('\n    at ')[0]);
  process.exitCode = 1;
}
