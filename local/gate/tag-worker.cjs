// Loaded into every Lambda worker: the SDK names the function in its User-Agent, so that the gate knows who calls.
// The ending keeps Powertools from adding its own name, with which the value would be too long for the SDK.
process.env.AWS_SDK_UA_APP_ID ??= `${process.env.AWS_LAMBDA_FUNCTION_NAME}/PTEnv/`;

// MiniStack gives every worker its account number as access key, which everybody knows.
process.env.AWS_ACCESS_KEY_ID = process.env.WORKER_ACCESS_KEY_ID;
