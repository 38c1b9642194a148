import plivo from 'plivo';

const client = new plivo.Client('<auth_id>', '<auth_token>');

// List all numbers
try {
  const powerpack = await client.powerpacks.get('<powerpack_uuid>');
  const response = await powerpack.number_pool.numbers.list({
    starts_with: '484',
    country_iso2: 'US',
    type: 'fixed',
    service: 'sms',
    limit: 5,
  });
  console.log(JSON.stringify(response, null, 2));
} catch (error) {
  // An HTTP error has a status; a network error can be a string with a stack.
  const { status, message = '' } = error;
  if (status) console.error(`HTTP ${status}:`, message);
  else console.error(String(error).split('\n    at ')[0]);
  process.exitCode = 1;
}
