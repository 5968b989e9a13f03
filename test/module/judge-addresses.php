<?php

declare(strict_types=1);

// Prints which of the e-mail addresses, a list of JSON that comes by standard input, the relay would refuse.
use BackInStock\Klaviyo\Model\Relay\EmailAddress;

require __DIR__ . '/bootstrap.php';

$addresses = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
$judge = new EmailAddress();
$refused = array_filter($addresses, static fn (string $address): bool => !$judge->isPlausible($address));
echo json_encode(array_values($refused), JSON_THROW_ON_ERROR);
