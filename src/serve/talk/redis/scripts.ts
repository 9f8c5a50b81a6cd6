/**
 * The Lua programs that Redis runs. Each is one step for all processes. What somebody else has written into the keys can make
 * them fail, but no answer becomes large: lengths are asked first.
 */

/** A number that only grows, also after the server has lost its data: its clock. Units: microseconds since 1970. */
const nextVersion = `
local function version_of(field)
  local known = tonumber(redis.call('HGET', KEYS[1], field) or 0) or 0
  return known < 8e15 and known or 0
end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local function next_version()
  return string.format('%.0f', math.max(version_of('version') + 1, now))
end
`

/**
 * Publishes a message, and keeps what late comers get. KEYS: the topic. ARGV: channel, head and body of the message, `1` if there
 * is a value to be kept, the value, how long it is kept (milliseconds). Returns the version.
 */
export const publishScript = `${nextVersion}
local version = next_version()
redis.call('HSET', KEYS[1], 'version', version)
if ARGV[4] == '1' then redis.call('HSET', KEYS[1], 'value', ARGV[5], 'valueVersion', version) end
redis.call('PEXPIRE', KEYS[1], ARGV[6])
redis.call('PUBLISH', ARGV[1], version .. ' ' .. ARGV[2] .. '\\n' .. ARGV[3])
return version
`

/** Keeps what late comers get after a version. KEYS: the topic. ARGV: version, value, how long (milliseconds). */
export const keepScript = `${nextVersion}
if tonumber(ARGV[1]) > version_of('valueVersion') then
  redis.call('HSET', KEYS[1], 'value', ARGV[2], 'valueVersion', ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return ''
`

/**
 * Writes a value that the others lack, unless something newer has come. KEYS: the topic. ARGV: channel, head of the message that
 * tells them to read it, `1` to write it in any case, the version that this process knows, value, how long (milliseconds).
 * Returns the version, or nothing.
 */
export const restoreScript = `${nextVersion}
if ARGV[3] ~= '1' and version_of('valueVersion') >= tonumber(ARGV[4]) then return false end
local version = next_version()
redis.call('HSET', KEYS[1], 'version', version, 'value', ARGV[5], 'valueVersion', version)
redis.call('PEXPIRE', KEYS[1], ARGV[6])
redis.call('PUBLISH', ARGV[1], version .. ' ' .. ARGV[2] .. '\\n')
return version
`

/** KEYS: the topic. ARGV: the longest value. Returns the newest version, that of the value, and the value (empty if too long). */
export const latestScript = `${nextVersion}
local value = ''
if redis.call('HSTRLEN', KEYS[1], 'value') <= tonumber(ARGV[1]) then value = redis.call('HGET', KEYS[1], 'value') or '' end
return { string.format('%.0f', version_of('version')), string.format('%.0f', version_of('valueVersion')), value }
`

/**
 * Keeps the value of a voter. KEYS: values, changes and state of the poll. ARGV: voter, `1` if there is a value, the value, the
 * most voters, how long (milliseconds), a random id. Returns a `CollectResult`.
 */
export const collectScript = `
local before = redis.call('HGET', KEYS[1], ARGV[1])
local order = nil
local old = nil
if before then
  local at = string.find(before, ' ', 1, true)
  if at then
    order = string.sub(before, 1, at - 1)
    old = string.sub(before, at + 1)
  end
end
if ARGV[2] == '1' then
  if old == ARGV[3] then return 'same' end
  if not before and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[4]) then return 'full' end
  if not order then order = redis.call('HINCRBY', KEYS[3], 'order', 1) end
  redis.call('HSET', KEYS[1], ARGV[1], order .. ' ' .. ARGV[3])
else
  if not before then return 'same' end
  redis.call('HDEL', KEYS[1], ARGV[1])
end
redis.call('HSETNX', KEYS[3], 'epoch', ARGV[6])
redis.call('ZADD', KEYS[2], redis.call('HINCRBY', KEYS[3], 'revision', 1), ARGV[1])
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[5]) end
return before and 'changed' or 'new'
`

/**
 * Returns what has changed in a poll. KEYS: as above. ARGV: the revision that is known, the epoch that is known, the most changes,
 * the longest voter and value. Returns epoch, revision up to which there is all, whether there is more (`1`), then voters and
 * values (empty: none) in pairs.
 */
export const changesScript = `
local epoch = redis.call('HGET', KEYS[3], 'epoch') or ''
if #epoch > 100 then epoch = '' end
local since = epoch == ARGV[2] and ARGV[1] or '0'
local found = redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. since, '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[3])
local answer = { epoch, since, #found == 2 * tonumber(ARGV[3]) and '1' or '0' }
for i = 1, #found, 2 do
  local voter = found[i]
  answer[2] = found[i + 1]
  if #voter <= tonumber(ARGV[4]) then
    local value = ''
    if redis.call('HSTRLEN', KEYS[1], voter) <= tonumber(ARGV[5]) then value = redis.call('HGET', KEYS[1], voter) or '' end
    answer[#answer + 1] = voter
    answer[#answer + 1] = value
  end
end
return answer
`

/** Forgets the values of a poll; the order goes on. KEYS: as above. ARGV: a random id. */
export const forgetScript = `
redis.call('DEL', KEYS[1], KEYS[2])
redis.call('HSET', KEYS[3], 'epoch', ARGV[1], 'revision', 0)
return ''
`

/** Deletes a key if it still has a value. KEYS: the key. ARGV: the value that it begins with. */
export const deleteOwnScript = `
if redis.call('GETRANGE', KEYS[1], 0, #ARGV[1] - 1) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0
`
