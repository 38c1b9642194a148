# frozen_string_literal: true

require 'json'
require 'net/http'

auth_id = '<auth_id>'
auth_token = '<auth_token>'

# Delete a Powerpack
begin
  uri = URI("https://api.plivo.com/v1/Account/#{auth_id}/Powerpack/<powerpack_uuid>/")
  request = Net::HTTP::Delete.new(uri)
  request.basic_auth(auth_id, auth_token)
  request['Content-Type'] = 'application/json'
  request.body = { unrent_numbers: false }.to_json
  options = { use_ssl: uri.scheme == 'https', open_timeout: 10, read_timeout: 30 }
  response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
  abort "Error: HTTP #{response.code} #{response.message}\n#{response.body}" unless response.is_a?(Net::HTTPSuccess)

  result = response.body.to_s.empty? ? response.code.to_i : JSON.parse(response.body)
  puts JSON.pretty_generate(result)
rescue StandardError => e
  abort "Error: #{e.message}"
end
