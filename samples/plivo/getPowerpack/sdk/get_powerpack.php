<?php

use GuzzleHttp\Exception\GuzzleException;
use Plivo\Exceptions\PlivoRestException;
use Plivo\RestClient;

require 'vendor/autoload.php';

$client = new RestClient('<auth_id>', '<auth_token>');

// Retrieve a Powerpack
try {
    $powerpack = $client->powerpacks->get('<powerpack_uuid>');
    if ($powerpack->getId() === null) {
        throw new RuntimeException('powerpacks->get failed');
    }
    echo json_encode($powerpack, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
} catch (GuzzleException | PlivoRestException | RuntimeException $e) {
    fwrite(STDERR, "Error: {$e->getMessage()}\n");
    exit(1);
}
