import plivo from 'plivo';

const client = new plivo.Client('<auth_id>', '<auth_token>');

// Count the numbers of a pool
try {
  const powerpack = await client.powerpacks.get('<powerpack_uuid>');
  const count = await powerpack.number_pool.numbers.count({
    country_iso2: 'US',
  });
  console.log(JSON.stringify(count, null, 2));
} catch (error) {
  // An HTTP error has a status; a network error can be a string with a stack.
  const { status, message = '' } = error;
  if (status) console.error(`HTTP ${status}:`, message);
  else console.error(String(error).split('\n    at ')[0]);
  process.exitCode = 1;
}
