<?php

// Stands in for plivo/php-sdk 4.70.0 where the package cannot be installed: what samples call, with its requests and
// errors. An answer with an error status raises nothing, as in the SDK.

namespace GuzzleHttp\Exception {
    interface GuzzleException extends \Throwable
    {
    }

    class ConnectException extends \RuntimeException implements GuzzleException
    {
    }
}

namespace Plivo\Exceptions {
    class PlivoRestException extends \Exception
    {
    }

    class PlivoValidationException extends PlivoRestException
    {
    }

    class PlivoRequestException extends PlivoRestException
    {
    }
}

namespace Plivo\Http {
    class PlivoResponse
    {
        public function __construct(private array $content)
        {
        }

        public function getContent(): array
        {
            return $this->content;
        }
    }
}

namespace Plivo {
    use GuzzleHttp\Exception\ConnectException;
    use Plivo\Exceptions\PlivoRequestException;
    use Plivo\Http\PlivoResponse;
    use Plivo\Resources\Powerpack\PowerpackInterface;

    class RestClient
    {
        public PowerpackInterface $powerpacks;
        private string $authId;
        private string $authToken;

        public function __construct(?string $authId = null, ?string $authToken = null)
        {
            $this->authId = $authId ?? (string) getenv('PLIVO_AUTH_ID');
            $this->authToken = $authToken ?? (string) getenv('PLIVO_AUTH_TOKEN');
            $this->powerpacks = new PowerpackInterface($this);
        }

        /**
         * Sends parameters in the query of GET and as a JSON body otherwise, where none are an empty object. What comes
         * back and is no JSON, or empty, is an error's text.
         */
        public function send(string $method, string $path, array $params = [], array $query = []): PlivoResponse
        {
            $query += $method === 'GET' ? $params : [];
            $handle = curl_init("https://api.plivo.com/v1/Account/{$this->authId}/{$path}"
                . ($query ? '?' . http_build_query($query) : ''));
            curl_setopt_array($handle, [
                CURLOPT_CUSTOMREQUEST => $method,
                CURLOPT_RETURNTRANSFER => true,
                CURLOPT_USERPWD => "{$this->authId}:{$this->authToken}",
            ]);
            if ($method !== 'GET') {
                curl_setopt($handle, CURLOPT_POSTFIELDS, json_encode((object) $params, JSON_UNESCAPED_SLASHES));
                curl_setopt($handle, CURLOPT_HTTPHEADER, ['Content-Type: application/json']);
            }
            $body = curl_exec($handle);
            if ($body === false && curl_errno($handle) === CURLE_COULDNT_CONNECT) {
                throw new ConnectException(curl_error($handle));
            }
            if ($body === false) {
                throw new PlivoRequestException(curl_error($handle));
            }
            return new PlivoResponse(json_decode($body, true) ?: ['error' => $body]);
        }
    }
}

namespace Plivo\Resources\Powerpack {
    use Plivo\Exceptions\PlivoValidationException;
    use Plivo\Http\PlivoResponse;
    use Plivo\RestClient;

    class PowerpackInterface
    {
        public function __construct(private RestClient $client)
        {
        }

        public function create(string $name, array $options = []): array
        {
            return $this->client->send('POST', 'Powerpack/', ['name' => $name] + $options)->getContent();
        }

        /** A Powerpack that could not be fetched is an object without an ID. */
        public function get(?string $uuid): Powerpack
        {
            if ($uuid === null) {
                throw new PlivoValidationException('powerpack uuid is mandatory');
            }
            return new Powerpack($this->client, $this->client->send('GET', "Powerpack/{$uuid}/")->getContent());
        }

        public function list(array $options = []): array
        {
            return $this->client->send('GET', 'Powerpack/', $options)->getContent();
        }
    }

    class Powerpack implements \JsonSerializable
    {
        public NumberPool $number_pool;

        public function __construct(private RestClient $client, private array $values)
        {
            $this->number_pool = new NumberPool($client, explode('/', $values['number_pool'] ?? '')[5] ?? '');
        }

        public function getId(): ?string
        {
            return $this->values['uuid'] ?? null;
        }

        public function jsonSerialize(): array
        {
            return $this->values;
        }

        public function update(array $options = []): array
        {
            return $this->client->send('POST', "Powerpack/{$this->getId()}/", $options)->getContent();
        }

        /** It loses its options on the way. */
        public function delete(array $options = []): PlivoResponse
        {
            return $this->client->send('DELETE', "Powerpack/{$this->getId()}/");
        }

        public function count_numbers(array $options = []): ?int
        {
            return $this->number_pool->numbers->list($options)['meta']['total_count'] ?? null;
        }

        /** The calls of version 1: `find_number` is `number_pool->numbers->find`. */
        public function __call(string $name, array $arguments): mixed
        {
            [, $verb, $kind] = preg_match('/^(list|find|add|remove|buy_add)_(number|shortcode|tollfree)s?$/', $name, $match)
                ? $match
                : throw new \BadMethodCallException("There is no method {$name}");
            $part = $kind === 'tollfree' ? $kind : "{$kind}s";
            $method = $verb === 'buy_add' ? 'buy_add_number' : $verb;
            return $this->number_pool->{$part}->{$method}(...$arguments);
        }
    }

    class NumberPool
    {
        public PoolPart $numbers;
        public PoolPart $shortcodes;
        public PoolPart $tollfree;

        public function __construct(RestClient $client, string $uuid)
        {
            $this->numbers = new PoolPart($client, "NumberPool/{$uuid}/Number/");
            $this->shortcodes = new PoolPart($client, "NumberPool/{$uuid}/Shortcode/");
            $this->tollfree = new PoolPart($client, "NumberPool/{$uuid}/Tollfree/");
        }
    }

    class PoolPart
    {
        public function __construct(private RestClient $client, private string $path)
        {
        }

        public function list(array $options = []): array
        {
            return $this->client->send('GET', $this->path, $options)->getContent();
        }

        /** A count that could not be read is "0". */
        public function count(array $options = []): string
        {
            return (string) ($this->list($options)['meta']['total_count'] ?? 0);
        }

        public function find(string $id, array $options = []): array
        {
            return $this->client->send('GET', "{$this->path}{$id}/", $options)->getContent();
        }

        public function add(string $id, array $options = []): array
        {
            return $this->client->send('POST', "{$this->path}{$id}/", $options)->getContent();
        }

        /** `rent` goes out as a text. */
        public function buy_add_number(array $options): array
        {
            $params = ['rent' => 'true', 'service' => $options['service']];
            return $this->client->send('POST', "{$this->path}{$options['number']}/", $params)->getContent();
        }

        /** What it is asked goes out twice: in the query and in the body. */
        public function remove(string $id, array $options = []): array
        {
            return $this->client->send('DELETE', "{$this->path}{$id}/", $options, $options)->getContent();
        }
    }
}
