<?php

declare(strict_types=1);

// A page of the shop that does nothing, behind PHP's own web server: what the relay is measured beside.
header('Content-Type: application/json');
echo '{}';
