<?php

use GuzzleHttp\Exception\GuzzleException;
use Plivo\Exceptions\PlivoRestException;
use Plivo\RestClient;

require 'vendor/autoload.php';

$client = new RestClient('<auth_id>', '<auth_token>');

// Count the numbers of a pool
try {
    $powerpack = $client->powerpacks->get('<powerpack_uuid>');
    if ($powerpack->getId() === null) {
        throw new RuntimeException('powerpacks->get failed');
    }
    $count = $powerpack->count_numbers(['country_iso2' => 'US']);
    if ($count === null) {
        throw new RuntimeException('count_numbers failed');
    }
    echo $count, "\n";
} catch (GuzzleException | PlivoRestException | RuntimeException $e) {
    fwrite(STDERR, "Error: {$e->getMessage()}\n");
    exit(1);
}
